/** Everything dated in the registry, in chronological order. */
@NullMarked
package org.mandateatlas.gateway.timeline;

import org.jspecify.annotations.NullMarked;
