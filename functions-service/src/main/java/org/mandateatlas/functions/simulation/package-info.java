/** Simulation: what a reform would change in coverage, step by step. It changes nothing. */
@NullMarked
package org.mandateatlas.functions.simulation;

import org.jspecify.annotations.NullMarked;
