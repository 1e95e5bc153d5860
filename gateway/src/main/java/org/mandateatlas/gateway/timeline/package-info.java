/** The timeline of all documents. */
@NullMarked
package org.mandateatlas.gateway.timeline;

import org.jspecify.annotations.NullMarked;
