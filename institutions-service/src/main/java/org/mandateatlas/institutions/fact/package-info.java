/** Values shared by several kinds of documents. */
@NullMarked
package org.mandateatlas.institutions.fact;

import org.jspecify.annotations.NullMarked;
