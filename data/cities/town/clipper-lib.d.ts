// clipper-lib ships without types; only what clipping.ts uses is declared.
declare module 'clipper-lib' {
  interface IntPoint {
    X: number
    Y: number
  }
  class PolyNode {
    Contour(): IntPoint[]
    Childs(): PolyNode[]
  }
  class PolyTree extends PolyNode {}
  class Clipper {
    AddPaths(paths: IntPoint[][], type: number, closed: boolean): boolean
    Execute(operation: number, into: PolyTree, subjectFill: number, clipFill: number): boolean
  }
  class ClipperOffset {
    constructor(miterLimit: number, arcTolerance: number)
    AddPath(path: IntPoint[], join: number, end: number): void
    AddPaths(paths: IntPoint[][], join: number, end: number): void
    Execute(into: PolyTree, delta: number): void
  }
  const library: {
    Clipper: typeof Clipper
    ClipperOffset: typeof ClipperOffset
    PolyTree: typeof PolyTree
    ClipType: Record<'ctUnion' | 'ctDifference' | 'ctIntersection', number>
    PolyType: Record<'ptSubject' | 'ptClip', number>
    PolyFillType: Record<'pftNonZero' | 'pftEvenOdd', number>
    JoinType: Record<'jtMiter' | 'jtRound', number>
    EndType: Record<'etClosedPolygon' | 'etOpenRound' | 'etOpenButt', number>
  }
  export default library
}
