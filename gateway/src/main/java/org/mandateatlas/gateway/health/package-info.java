/** Whether the upstreams behind the gateway are ready. */
@NullMarked
package org.mandateatlas.gateway.health;

import org.jspecify.annotations.NullMarked;
