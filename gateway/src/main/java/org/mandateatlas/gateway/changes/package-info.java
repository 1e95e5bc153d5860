/** The change feed over HTTP: pages, a live stream, statistics, and the changes of mandates for feed readers. */
@NullMarked
package org.mandateatlas.gateway.changes;

import org.jspecify.annotations.NullMarked;
