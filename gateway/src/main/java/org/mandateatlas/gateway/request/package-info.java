/** How the parameters of a request are read. */
@NullMarked
package org.mandateatlas.gateway.request;

import org.jspecify.annotations.NullMarked;
