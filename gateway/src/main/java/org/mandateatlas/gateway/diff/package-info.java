/** Changes between two days of the world, or between two instants of the registry's knowledge. */
@NullMarked
package org.mandateatlas.gateway.diff;

import org.jspecify.annotations.NullMarked;
