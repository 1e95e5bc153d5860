/** Positions in the logs of the services. */
@NullMarked
package org.mandateatlas.base.position;

import org.jspecify.annotations.NullMarked;
