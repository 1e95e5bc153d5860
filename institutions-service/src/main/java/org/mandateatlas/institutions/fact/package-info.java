/** What several kinds of document say of something: figures and remarks. */
@NullMarked
package org.mandateatlas.institutions.fact;

import org.jspecify.annotations.NullMarked;
