"""Workshop of images: grey images in, codes and marks out. The only home of zxing-cpp, OpenCV and numpy."""
