/** What the streams have said of mandates, institutions, functions and capacities, so far as coverage needs it. */
@NullMarked
package org.mandateatlas.functions.ledger;

import org.jspecify.annotations.NullMarked;
