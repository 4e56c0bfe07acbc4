using IsolationModel.Descriptors.Docker;
using IsolationModel.Workloads;

namespace IsolationModel.Descriptors.Compose;

/// <summary>Needs that files of Compose declare for all of their services.</summary>
internal static class ComposeNeeds
{
    /// <summary>Adds what every file of a project declares; all of it holds together.</summary>
    public static void Add(ComposeModel model, DescriptorFileBuilder file, List<NeedDeclaration> needs)
    {
        foreach (var top in model.Isolation)
        {
            IsolationExtension.ReadNeeds(top, NeedScope.Object, file, needs);
        }
    }
}
