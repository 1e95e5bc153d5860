/** Rate limits per client. */
@NullMarked
package org.mandateatlas.gateway.ratelimit;

import org.jspecify.annotations.NullMarked;
