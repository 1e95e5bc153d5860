/** Linked data: persistent URLs, the JSON-LD context and vocabulary, the description of the dataset, and lists of versions. */
@NullMarked
package org.mandateatlas.linkeddata;

import org.jspecify.annotations.NullMarked;
