/** Points of the logs: positions, and how far each stream is known to go. */
@NullMarked
package org.mandateatlas.gateway.position;

import org.jspecify.annotations.NullMarked;
