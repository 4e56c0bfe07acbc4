public static class PrivateLibrary
{
}
