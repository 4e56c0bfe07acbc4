public static class Shop
{
}
