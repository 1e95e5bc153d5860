/** How much one client may ask for, so that no client crowds out the others. */
@NullMarked
package org.mandateatlas.gateway.ratelimit;

import org.jspecify.annotations.NullMarked;
