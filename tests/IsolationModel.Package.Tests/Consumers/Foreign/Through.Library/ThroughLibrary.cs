public static class ThroughLibrary
{
}
