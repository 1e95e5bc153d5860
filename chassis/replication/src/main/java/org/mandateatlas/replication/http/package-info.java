/** Endpoints of what is computed from replicated streams. */
@NullMarked
package org.mandateatlas.replication.http;

import org.jspecify.annotations.NullMarked;
