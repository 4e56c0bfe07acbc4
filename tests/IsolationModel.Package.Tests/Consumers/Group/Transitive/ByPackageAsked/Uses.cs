public static class Uses
{
    public static bool IsSandbox => IsolationModel.Technologies.GVisor.Boundary >= IsolationModel.Boundary.SoftwareSandbox;
}
