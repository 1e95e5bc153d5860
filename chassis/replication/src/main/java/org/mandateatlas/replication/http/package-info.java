/** Endpoints of resources computed from the logs. */
@NullMarked
package org.mandateatlas.replication.http;

import org.jspecify.annotations.NullMarked;
