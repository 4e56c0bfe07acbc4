using System;
using Contoso.Shop.Isolation;
using IsolationModel;

namespace Contoso.Shop
{
    public static class Program
    {
        public static void Main()
        {
            // The built-in model, typed.
            Console.WriteLine("gVisor is a sandbox: " + (Technologies.GVisor.Boundary >= Boundary.SoftwareSandbox));
            Console.WriteLine("runc is a sandbox: " + (Technologies.Runc.Boundary >= Boundary.SoftwareSandbox));

            // What contoso.isolation.json adds to it.
            Console.WriteLine(ContosoTechnologies.ContosoVault.Name + " is a virtual machine: " + (ContosoTechnologies.ContosoVault.Boundary >= Boundary.HardwareVm));
        }
    }
}
