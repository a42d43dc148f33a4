package io.github.digitkit.mnist;

/**
 * Where a data set came from. The hashes are those of the whole uncompressed IDX files, whatever
 * they were wrapped in, in lower-case hexadecimal digits.
 *
 * @param collection {@code MNIST}, {@code QMNIST}, ...; Fashion-MNIST and KMNIST use MNIST's file
 *     names and cannot be told from it
 * @param images source of the images
 * @param imagesSha256 SHA-256 of the images' IDX file
 * @param labels source of the labels
 * @param labelsSha256 SHA-256 of the labels' IDX file
 */
public record Provenance(
    String collection, String images, String imagesSha256, String labels, String labelsSha256) {}
