using IsolationModel.Modeling;

namespace IsolationModel;

/// <summary>What is decided on nodes and no descriptor shows. The properties are generated from the model's node facts; null means that nobody vouches.</summary>
public sealed partial class NodeFacts
{
    private static void Add(List<NodeFactDeclaration> facts, string id, bool? holds)
    {
        if (holds is { } known)
        {
            facts.Add(new NodeFactDeclaration(id, known));
        }
    }
}
