/** The reverse proxy to the services. */
@NullMarked
package org.mandateatlas.gateway.proxy;

import org.jspecify.annotations.NullMarked;
