using IsolationModel.Evaluation;
using IsolationModel.Modeling;
using IsolationModel.Workloads;

namespace IsolationModel;

/// <summary>
/// The settings that are effective for a container of a Kubernetes pod. The properties are generated from the model's settings; null, and an
/// empty list, mean that nothing is said.
/// </summary>
public sealed partial class PodSettings
{
    /// <summary>What is known of the nodes; null where nobody vouches for anything.</summary>
    public NodeFacts? Node { get; set; }

    /// <summary>The settings as the evaluator reads them: the same facts as a descriptor that says this.</summary>
    internal WorkloadContainer ToContainer()
    {
        var facts = new SettingFactList();
        AddTo(facts);
        // A writable mount is a mount, too; and escalation is allowed unless it is forbidden (Kubernetes API: defaults to true).
        facts.Include("writableHostPaths", "hostPaths");
        facts.Default("allowPrivilegeEscalation", true);
        return new WorkloadContainer("the container", facts.ToList());
    }

    /// <summary>A model with what is known of the nodes; what the model's own declarations say of other facts still holds.</summary>
    internal ModelIndex On(ModelIndex model)
    {
        var known = new List<NodeFactDeclaration>();
        Node?.AddTo(known);
        if (known.Count == 0)
        {
            return model;
        }

        var others = model.Definition.NodeDeclarations.Where(declared => !known.Exists(fact => string.Equals(fact.FactId, declared.FactId, StringComparison.Ordinal)));
        var declarations = others.Concat(known).OrderBy(declared => declared.FactId, StringComparer.Ordinal).ToEquatableArray();
        return new ModelIndex(model.Definition with { NodeDeclarations = declarations }) { Day = model.Day };
    }
}
