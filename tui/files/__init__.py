"""The file system: paths held inside a library, the atomic writer, the platform's folders."""
