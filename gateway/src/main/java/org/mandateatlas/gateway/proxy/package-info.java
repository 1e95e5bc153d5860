/** The way of a request to the service that owns its collection, and of the answer back. */
@NullMarked
package org.mandateatlas.gateway.proxy;

import org.jspecify.annotations.NullMarked;
