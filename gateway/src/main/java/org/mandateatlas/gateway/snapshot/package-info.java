/** All of the registry at a pair of times, in one go. */
@NullMarked
package org.mandateatlas.gateway.snapshot;

import org.jspecify.annotations.NullMarked;
