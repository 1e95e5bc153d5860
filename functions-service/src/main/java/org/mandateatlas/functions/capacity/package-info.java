/** Capacities: who really performs a function, how far, and why somebody does not. */
@NullMarked
package org.mandateatlas.functions.capacity;

import org.jspecify.annotations.NullMarked;
