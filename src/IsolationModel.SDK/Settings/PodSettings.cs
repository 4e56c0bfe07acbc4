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
        return facts.ToContainer();
    }

    /// <summary>A model with what is known of the nodes; what the model's own declarations say of other facts still holds.</summary>
    internal ModelIndex On(ModelIndex model) => model.WithNodeFacts(NodeDeclarations);

    /// <summary>What is known of the nodes, as a model declares it.</summary>
    internal IReadOnlyList<NodeFactDeclaration> NodeDeclarations
    {
        get
        {
            var known = new List<NodeFactDeclaration>();
            Node?.AddTo(known);
            return known;
        }
    }
}
