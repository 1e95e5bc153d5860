/** All that the streams have said of mandates, institutions, functions and capacities, version by version. */
@NullMarked
package org.mandateatlas.functions.ledger;

import org.jspecify.annotations.NullMarked;
