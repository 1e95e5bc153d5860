/** Replication of other services' streams, complete and in sequence. */
@NullMarked
package org.mandateatlas.replication;

import org.jspecify.annotations.NullMarked;
