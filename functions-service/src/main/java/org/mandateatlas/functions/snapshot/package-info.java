/** Snapshots of the registry for coverage and simulations, with the fields that they need. */
@NullMarked
package org.mandateatlas.functions.snapshot;

import org.jspecify.annotations.NullMarked;
