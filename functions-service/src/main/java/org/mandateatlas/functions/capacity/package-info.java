/** Capacities: the actual performance of functions by institutions. */
@NullMarked
package org.mandateatlas.functions.capacity;

import org.jspecify.annotations.NullMarked;
