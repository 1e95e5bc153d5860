/** The gateway as a whole, as its users and its builders want it to be. */
@NullMarked
package org.mandateatlas.gateway;

import org.jspecify.annotations.NullMarked;
