/** Simulations: the effect of operations on coverage. */
@NullMarked
package org.mandateatlas.functions.simulation;

import org.jspecify.annotations.NullMarked;
