package org.mandateatlas.functions;

import io.quarkus.test.junit.QuarkusTestProfile;

/** A service of its own for tests that read the dataset and nothing that other tests have written. */
public class AsShipped implements QuarkusTestProfile {}
