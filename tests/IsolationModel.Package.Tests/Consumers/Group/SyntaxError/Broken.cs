public static class Broken {
