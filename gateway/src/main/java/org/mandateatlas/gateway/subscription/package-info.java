/** Who wants to be told of which changes, and where. */
@NullMarked
package org.mandateatlas.gateway.subscription;

import org.jspecify.annotations.NullMarked;
