/** The logs in memory, for resources computed at any pair of times. */
@NullMarked
package org.mandateatlas.replication.replica;

import org.jspecify.annotations.NullMarked;
