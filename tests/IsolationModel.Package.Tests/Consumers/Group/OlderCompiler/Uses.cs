namespace Contoso.Shop
{
    public static class Uses
    {
        public static bool IsVault => Isolation.ContosoTechnologies.ContosoVault.Boundary >= IsolationModel.Boundary.HardwareVm;
    }
}
