/** Authentication and authorization. */
@NullMarked
package org.mandateatlas.gateway.security;

import org.jspecify.annotations.NullMarked;
