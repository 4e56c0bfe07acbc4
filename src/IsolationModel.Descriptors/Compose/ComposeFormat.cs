using IsolationModel.Data;
using IsolationModel.Descriptors.Docker;
using IsolationModel.Rules;

namespace IsolationModel.Descriptors.Compose;

/// <summary>
/// Files of Compose, each read by itself. What several of them say together is put together once all are read (<see cref="DescriptorLinker"/>).
/// </summary>
internal sealed class ComposeFormat : IDescriptorFormat
{
    public bool MayContain(string text) => text.IndexOf(ComposeKeys.Services, StringComparison.Ordinal) >= 0;

    public bool TryRead(DataCursor document, DescriptorFileBuilder file)
    {
        if (document.Node is not DataMapping root || !ComposeDocument.Is(root, file.Path))
        {
            return false;
        }

        file.IsPartOfProject = true;
        var space = new ComposeSpace(CancellationToken.None);
        var source = new ComposeSource(string.Empty, file.Path, [root], 0, file.Tags);
        var model = new ComposeLoader(space, NoOtherFiles.Instance, file.Report).Load([source], string.Empty, ComposeEnvironment.Empty);
        if (!space.IsWithinLimit)
        {
            file.Report(InputRules.TooManyNodes, document.Range, $"the services of the file take more than {DescriptorLimits.RenderedNodes} steps to put together, so they are not judged; split it");
            return true;
        }

        foreach (var top in model.Isolation)
        {
            IsolationExtension.ReadSuppressions(top, file);
        }

        file.Workloads.AddRange(ComposeWorkloads.Of(model, space, file));
        return true;
    }
}
