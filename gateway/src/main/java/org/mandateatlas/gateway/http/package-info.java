/** Headers, limits and logging common to all responses. */
@NullMarked
package org.mandateatlas.gateway.http;

import org.jspecify.annotations.NullMarked;
