using System.IO;

namespace Contoso.Shop
{
    public static class Program
    {
        public static void Main(string[] args)
        {
            Usage.Run(File.ReadAllText(args[0]));
        }
    }
}
