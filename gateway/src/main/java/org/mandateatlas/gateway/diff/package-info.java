/** What changed in the world between two days, or in our knowledge of it between two instants. */
@NullMarked
package org.mandateatlas.gateway.diff;

import org.jspecify.annotations.NullMarked;
