/** What other services say in their streams: read from the beginning, kept, and never with a gap. */
@NullMarked
package org.mandateatlas.replication;

import org.jspecify.annotations.NullMarked;
