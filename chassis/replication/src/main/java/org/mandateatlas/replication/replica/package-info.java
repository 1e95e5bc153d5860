/** The logs in memory, version by version, for what is computed from them at any pair of times. */
@NullMarked
package org.mandateatlas.replication.replica;

import org.jspecify.annotations.NullMarked;
