public static class Broken { public static int Value => missing; }
