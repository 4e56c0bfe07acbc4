using IsolationModel.Text;

namespace IsolationModel.Workloads;

/// <summary>An object that picks the runtime of workloads which name it (an executor of Spin applications).</summary>
/// <param name="Object">What it is called.</param>
/// <param name="Runtime">What it picks; never another selector.</param>
/// <param name="Range">Where it is named.</param>
public sealed record RuntimeSelectorObject(ObjectReference Object, RuntimeReference Runtime, TextRange Range);
