/** Everything that is dated in the registry, in order. */
@NullMarked
package org.mandateatlas.gateway.timeline;

import org.jspecify.annotations.NullMarked;
