/** Sources: the documents that facts are cited from. */
@NullMarked
package org.mandateatlas.institutions.source;

import org.jspecify.annotations.NullMarked;
