/** What an HTTP gateway needs: balancing over replicas, bounded request bodies, limits per client, and positions. */
@NullMarked
package org.mandateatlas.edge;

import org.jspecify.annotations.NullMarked;
